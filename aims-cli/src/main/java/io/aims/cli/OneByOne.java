package io.aims.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The elements of several streams, of which one is open at a time. {@link Stream#flatMap} would hold a whole stream in memory
 * where elements are asked for one by one.
 */
final class OneByOne<T> extends Spliterators.AbstractSpliterator<T> {

    private final Iterator<String> names;
    private final Function<String, Stream<T>> opener;
    private @Nullable Stream<T> open;
    private @Nullable Spliterator<T> elements;

    private OneByOne(List<String> names, Function<String, Stream<T>> opener) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.names = names.iterator();
        this.opener = opener;
    }

    /** Returns a stream that opens one name after the other; close it. */
    static <T> Stream<T> of(List<String> names, Function<String, Stream<T>> opener) {
        OneByOne<T> all = new OneByOne<>(names, opener);
        return StreamSupport.stream(all, false).onClose(all::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        while (true) {
            Spliterator<T> current = elements;
            if (current == null) {
                if (!names.hasNext()) {
                    return false;
                }
                Stream<T> next = opener.apply(names.next());
                open = next;
                current = next.spliterator();
                elements = current;
            }
            if (current.tryAdvance(action)) {
                return true;
            }
            close();
        }
    }

    private void close() {
        Stream<T> last = open;
        open = null;
        elements = null;
        if (last != null) {
            last.close();
        }
    }
}
