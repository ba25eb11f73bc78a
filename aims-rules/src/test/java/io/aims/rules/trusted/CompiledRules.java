package io.aims.rules.trusted;

import io.aims.error.AimsException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** DRL compiled to what the Maven plugin leaves behind: class files, and for each package a list of its models. */
final class CompiledRules extends ClassLoader {

    static final String GROUP = "test";

    private final Map<String, byte[]> files = new HashMap<>();

    private CompiledRules(ClassLoader parent) {
        super(parent);
    }

    /** Compiles files, given by the package of their rules. */
    static CompiledRules of(Map<String, String> texts) {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        texts.forEach((name, text) -> sources.write(
                "src/main/resources/" + name.replace('.', '/') + "/rules.drl", "package " + name + ";\n" + text));
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.WARNING)) {
            throw new AssertionError(builder.getResults().getMessages());
        }
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        CompiledRules compiled = new CompiledRules(CompiledRules.class.getClassLoader());
        for (String name : module.getFileNames()) {
            compiled.files.put(name, module.getBytes(name));
        }
        String list = compiled.files.keySet().stream()
                .filter(name -> name.endsWith("/drools-model"))
                .map(name -> new String(compiled.files.get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        for (String name : texts.keySet()) {
            compiled.list(
                    name,
                    list.lines()
                            .filter(line -> line.contains(":") || line.startsWith(name + ".Rules"))
                            .collect(Collectors.joining("\n")));
        }
        return compiled;
    }

    /** Lays down a list of models. */
    CompiledRules list(String artifact, String lines) {
        files.put("META-INF/kie/" + GROUP + "/" + artifact + "/drools-model", lines.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Returns a copy that lacks the class files whose names hold a text. */
    CompiledRules without(String text) {
        CompiledRules copy = new CompiledRules(getParent());
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".class") || !name.contains(text)) {
                copy.files.put(name, bytes);
            }
        });
        return copy;
    }

    /** Returns the rules of a package. */
    TrustedRules rules(String name) throws AimsException {
        return TrustedRules.of(name, "1.0.0", this, GROUP, name);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = files.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
