package io.aims.benchmarks.handwritten;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one class, and those inside it, without a file. */
final class InMemoryCompiler {

    private InMemoryCompiler() {}

    static Class<?> compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("Benchmarks need a JDK: this Java has no compiler");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Classes classes = new Classes(compiler.getStandardFileManager(messages, null, null));
        boolean compiled = compiler.getTask(
                        null, classes, messages, List.of("-proc:none"), null, List.of(new Source(name, source)))
                .call();
        if (!compiled) {
            throw new IllegalStateException(messages.getDiagnostics().stream()
                    .limit(5)
                    .map(InMemoryCompiler::text)
                    .collect(Collectors.joining("\n")));
        }
        try {
            return new Loader(classes.written).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The compiler has not written " + name, e);
        }
    }

    private static String text(Diagnostic<? extends JavaFileObject> message) {
        return "Line " + message.getLineNumber() + ": " + message.getMessage(null);
    }

    private static URI uri(String name, JavaFileObject.Kind kind) {
        return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(uri(name, Kind.SOURCE), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Code extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Code(String name) {
            super(uri(name, Kind.CLASS), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, Code> written = new HashMap<>();

        Classes(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(name, Code::new);
        }
    }

    /** The classes stand in a package of this one but belong to another loader, so they see only what is public. */
    private static final class Loader extends ClassLoader {

        private final Map<String, Code> written;

        Loader(Map<String, Code> written) {
            super(InMemoryCompiler.class.getClassLoader());
            this.written = written;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Code code = written.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = code.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
