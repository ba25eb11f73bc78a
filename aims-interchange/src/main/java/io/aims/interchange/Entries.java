package io.aims.interchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives the entries of a batch one by one and holds no more than one of them at a time.
 *
 * @param <T> the type of entry
 */
interface Entries<T> extends Closeable {

    /** Returns the next entry, or {@code null} at the end. */
    @Nullable
    T next() throws IOException;

    /** Returns the entries as a stream that closes this, and wraps what goes wrong while reading. */
    default Stream<T> stream() {
        Spliterator<T> entries =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        try {
                            T entry = next();
                            if (entry == null) {
                                return false;
                            }
                            action.accept(entry);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                };
        return StreamSupport.stream(entries, false).onClose(() -> {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
