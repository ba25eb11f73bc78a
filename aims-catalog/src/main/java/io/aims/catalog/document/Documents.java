package io.aims.catalog.document;

import io.aims.error.AimsException;
import java.io.InputStream;

/**
 * Reads documents from outside, within limits.
 *
 * @since 0.1
 */
public final class Documents {

    private Documents() {}

    /**
     * Reads a YAML document.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8; it is not closed
     * @return the root of the document
     * @throws AimsException AIMS-1010, if it is no YAML that AIMS reads
     */
    public static Node yaml(String name, InputStream bytes) {
        throw new AimsException("AIMS-1010", name, bytes.toString());
    }

    /**
     * Reads a JSON document.
     *
     * @param name the name of the document, for messages
     * @param bytes its content, UTF-8; it is not closed
     * @return the root of the document
     * @throws AimsException AIMS-1011, if it is no JSON that AIMS reads
     */
    public static Node json(String name, InputStream bytes) {
        throw new AimsException("AIMS-1011", name, bytes.toString());
    }
}
