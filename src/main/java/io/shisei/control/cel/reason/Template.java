package io.shisei.control.cel.reason;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with expressions in braces, taken apart; {@code {{} and {@code }}} are braces themselves.
 *
 * @param words what stands before, between and after the expressions: one more than there are expressions
 * @param slots the expressions
 */
record Template(List<String> words, List<Slot> slots) {

    /** An expression; {@code start} is where it begins in the sentence, counted from 0. */
    record Slot(String expression, int start) {
        private static Slot of(String sentence, int from, int end) {
            var start = from;
            while (start < end && Character.isWhitespace(sentence.charAt(start))) {
                start++;
            }
            return new Slot(sentence.substring(start, end).strip(), start);
        }
    }

    List<String> expressions() {
        return slots.stream().map(Slot::expression).toList();
    }

    /** A brace that nothing belongs to stands {@code at} this place, counted from 0. */
    static final class Unbalanced extends Exception {
        private final int at;

        Unbalanced(int at) {
            super("a brace stands alone: write an expression in braces, and {{ or }} for a brace itself");
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    static Template of(String sentence) throws Unbalanced {
        var words = new ArrayList<String>();
        var slots = new ArrayList<Slot>();
        var open = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            var c = sentence.charAt(i);
            if (c != '{' && c != '}') {
                open.append(c);
            } else if (sentence.startsWith(String.valueOf(c).repeat(2), i)) {
                open.append(c);
                i++;
            } else if (c == '{') {
                var end = end(sentence, i);
                words.add(open.toString());
                slots.add(Slot.of(sentence, i + 1, end));
                open.setLength(0);
                i = end;
            } else {
                throw new Unbalanced(i);
            }
        }
        words.add(open.toString());
        return new Template(List.copyOf(words), List.copyOf(slots));
    }

    /** The brace that ends the expression; those of its maps and in its texts do not. */
    private static int end(String sentence, int start) throws Unbalanced {
        var depth = 0;
        char quote = 0;
        for (int i = start; i < sentence.length(); i++) {
            var c = sentence.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new Unbalanced(start);
    }
}
