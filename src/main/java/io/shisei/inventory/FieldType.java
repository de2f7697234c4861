package io.shisei.inventory;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The type of a field of a resource document, as AWS declares it. */
public sealed interface FieldType {

    /**
     * Types without parts. In a document, {@code STRING} and {@code BYTES} (Base64) are texts, {@code BOOL} a boolean,
     * {@code INT} a {@code Long}, {@code DOUBLE} a {@code Double}, {@code TIMESTAMP} an ISO-8601 text in UTC, and
     * {@code ANY} (AWS's untyped JSON) is whatever stands there.
     */
    enum Scalar implements FieldType {
        STRING,
        BOOL,
        INT,
        DOUBLE,
        TIMESTAMP,
        BYTES,
        ANY
    }

    /** A list; in a document a {@code List<Object>}. */
    record ListOf(FieldType element) implements FieldType {}

    /** A map with text keys, plain or {@link Words}; in a document a {@code Map<String, Object>}. */
    record MapOf(FieldType key, FieldType value) implements FieldType {

        public MapOf(FieldType value) {
            this(Scalar.STRING, value);
        }
    }

    /**
     * A text that AWS takes from a list of words; in a document a text, which may also be a word that AWS added since.
     * The words are resolved late, most are never asked for. Equal by name.
     */
    final class Words implements FieldType {

        private final String name;
        private final Supplier<Set<String>> known;

        public Words(String name, Supplier<Set<String>> known) {
            this.name = name;
            this.known = known;
        }

        /** Unique, for example {@code ec2.InstanceStateName}. */
        public String name() {
            return name;
        }

        /** Those that the SDK knows. */
        public Set<String> known() {
            return known.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Words that && that.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A structure; in a document a {@code Map<String, Object>} without nulls, where an unset field has no key.
     * Its fields are resolved late, because shapes may contain themselves. Equal by name.
     */
    final class Struct implements FieldType {

        private final String name;
        private final Supplier<Map<String, FieldType>> fields;

        public Struct(String name, Supplier<Map<String, FieldType>> fields) {
            this.name = name;
            this.fields = fields;
        }

        /** Unique, for example {@code ec2.SecurityGroup}. */
        public String name() {
            return name;
        }

        public Map<String, FieldType> fields() {
            return fields.get();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Struct that && that.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
