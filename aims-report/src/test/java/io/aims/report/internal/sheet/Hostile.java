package io.aims.report.internal.sheet;

import java.util.List;

/** Texts that want to be more than text. */
public final class Hostile {

    /** Each of them tries something else. */
    public static final List<String> TEXTS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+cmd|' /C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\uff1d1+1",
            "a;=1+1",
            "a\n=1+1",
            "a\r\n+1",
            "\"; =1+1",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "javascript:alert(1)",
            "[press](javascript:alert(1))",
            "![pixel](https://example.org/p.png)",
            "https://example.org/track www.example.org",
            "a | b | c\n| --- |",
            "# heading\n- item\n1. item\n---",
            "`code` *strong* _it_ ~~no~~ &lt; &#60;",
            "pay \u202egnp.exe\u2066 now\u200b",
            "bell\u0007 null\u0000 escape\u001b[31m",
            "_x003D_cmd _x0007_",
            "\ud800 alone, \ufffe none",
            "A.9.2\u2028next\u2029next\u0085next\u00a0next");

    private Hostile() {}
}
