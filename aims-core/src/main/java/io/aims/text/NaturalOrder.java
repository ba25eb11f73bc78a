package io.aims.text;

import java.util.Comparator;

/**
 * Orders identifiers as people read them: runs of digits by their number, all else by code unit.
 *
 * <p>{@code A.9.4} stands before {@code A.10.2}, and {@code ADM-2} before {@code ADM-10}. Consistent with equals.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class NaturalOrder {

    private NaturalOrder() {}

    /**
     * Returns the order as a comparator.
     *
     * @return a comparator that does not accept {@code null}
     */
    public static Comparator<String> comparator() {
        return NaturalOrder::compare;
    }

    /**
     * Compares two identifiers.
     *
     * @param left an identifier
     * @param right an identifier
     * @return a negative number, zero or a positive number, as {@link Comparator#compare}
     */
    public static int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            if (isDigit(left.charAt(l)) && isDigit(right.charAt(r))) {
                int leftEnd = endOfDigits(left, l);
                int rightEnd = endOfDigits(right, r);
                int order = compareNumbers(left.substring(l, leftEnd), right.substring(r, rightEnd));
                if (order != 0) {
                    return order;
                }
                l = leftEnd;
                r = rightEnd;
            } else {
                int order = Character.compare(left.charAt(l), right.charAt(r));
                if (order != 0) {
                    return order;
                }
                l++;
                r++;
            }
        }
        int order = Integer.compare(left.length() - l, right.length() - r);
        return order != 0 ? order : left.compareTo(right);
    }

    private static int compareNumbers(String left, String right) {
        String l = withoutLeadingZeros(left);
        String r = withoutLeadingZeros(right);
        int order = Integer.compare(l.length(), r.length());
        return order != 0 ? order : l.compareTo(r);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
