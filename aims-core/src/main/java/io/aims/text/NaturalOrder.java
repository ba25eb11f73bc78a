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
            char a = left.charAt(l);
            char b = right.charAt(r);
            if (isDigit(a) && isDigit(b)) {
                int leftEnd = endOfDigits(left, l);
                int rightEnd = endOfDigits(right, r);
                int order = compareNumbers(left, l, leftEnd, right, r, rightEnd);
                if (order != 0) {
                    return order;
                }
                l = leftEnd;
                r = rightEnd;
            } else {
                if (a != b) {
                    return Character.compare(a, b);
                }
                l++;
                r++;
            }
        }
        int order = Integer.compare(left.length() - l, right.length() - r);
        return order != 0 ? order : left.compareTo(right);
    }

    private static int compareNumbers(String left, int l, int leftEnd, String right, int r, int rightEnd) {
        int i = withoutLeadingZeros(left, l, leftEnd);
        int j = withoutLeadingZeros(right, r, rightEnd);
        if (leftEnd - i != rightEnd - j) {
            return Integer.compare(leftEnd - i, rightEnd - j);
        }
        for (; i < leftEnd; i++, j++) {
            if (left.charAt(i) != right.charAt(j)) {
                return Character.compare(left.charAt(i), right.charAt(j));
            }
        }
        return 0;
    }

    private static int withoutLeadingZeros(String text, int start, int end) {
        int first = start;
        while (first < end - 1 && text.charAt(first) == '0') {
            first++;
        }
        return first;
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
