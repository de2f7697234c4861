package io.shisei.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a use case says no. It tells what is wrong ({@link #code}), in which field, and the values that the sentence about
 * it names; the sentence stands in the messages, once in each language. Each edge shows it in its own form.
 */
public abstract sealed class Refusal extends RuntimeException {

    /** A rule, as a constant of an enum in the module whose rule it is. Its name is unlike that of any other. */
    public interface Code {
        /** As in an enum. */
        String name();

        /** The key of its sentence in the messages. */
        default String key() {
            return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A part of a sentence that is itself said in the reader's language. */
    public record Phrase(Code code, List<Object> arguments) {
        public Phrase(Code code, Object... arguments) {
            this(code, List.of(arguments));
        }

        public String in(Locale locale) {
            return said(code, arguments, locale);
        }

        @Override
        public String toString() {
            return in(Locale.ENGLISH);
        }
    }

    private final transient Code code;
    private final @Nullable String field;
    private final transient List<Object> arguments;

    private Refusal(Code code, @Nullable String field, Object... arguments) {
        this.code = code;
        this.field = field;
        this.arguments = Stream.of(arguments)
                .map(it -> it instanceof Phrase ? it : String.valueOf(it))
                .toList();
    }

    private static String said(Code code, List<Object> arguments, Locale locale) {
        var words = arguments.stream()
                .map(it -> it instanceof Phrase phrase ? phrase.in(locale) : String.valueOf(it))
                .toList();
        return Sentences.of(code.key(), words, locale);
    }

    /** What was sent cannot be taken as it is written. */
    public static sealed class Invalid extends Refusal {
        public Invalid(Code code, @Nullable String field, Object... arguments) {
            super(code, field, arguments);
        }

        @Override
        public Invalid at(String other) {
            return new Invalid(code(), other, parts());
        }
    }

    /** What was sent is well-formed, but cannot be: something that it names is not there, or not so. */
    public static final class Impossible extends Invalid {
        public Impossible(Code code, @Nullable String field, Object... arguments) {
            super(code, field, arguments);
        }

        @Override
        public Impossible at(String other) {
            return new Impossible(code(), other, parts());
        }
    }

    /** There is nothing with this id. */
    public static final class Unknown extends Refusal {
        public Unknown(Code code, Object... arguments) {
            super(code, null, arguments);
        }
    }

    /** It would be right at another time: now something else stands in the way. */
    public static final class Conflict extends Refusal {
        private final @Nullable String obstacle;

        /** @param obstacle the id of what stands in the way; null where nothing can be shown */
        public Conflict(Code code, @Nullable String obstacle, Object... arguments) {
            super(code, null, arguments);
            this.obstacle = obstacle;
        }

        public @Nullable String obstacle() {
            return obstacle;
        }
    }

    /** What is to be changed was changed since it was read. */
    public static final class Stale extends Refusal {
        public Stale(Code code, Object... arguments) {
            super(code, null, arguments);
        }
    }

    /** Whoever asks may not do that. */
    public static final class Forbidden extends Refusal {
        public Forbidden(Code code, Object... arguments) {
            super(code, null, arguments);
        }
    }

    public Code code() {
        return code;
    }

    /** What is wrong, in camel case; {@code regions/1} is the second of a list. Null: no single field. */
    public @Nullable String field() {
        return field;
    }

    /** In English. */
    public List<String> arguments() {
        return arguments.stream().map(String::valueOf).toList();
    }

    Object[] parts() {
        return arguments.toArray();
    }

    /** The same of another field; of what concerns no field it stays the same. */
    public Refusal at(String other) {
        return this;
    }

    /** The sentence in the reader's language. */
    public String in(Locale locale) {
        return said(code, arguments, locale);
    }

    /** In both languages, to be kept. */
    public Told told() {
        return Told.of(code, parts());
    }

    /** The sentence in English, for logs and for what is kept. */
    @Override
    public String getMessage() {
        return in(Locale.ENGLISH);
    }
}
