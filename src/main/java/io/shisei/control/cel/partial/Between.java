package io.shisei.control.cel.partial;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A whole number from {@code least} to {@code most}; {@link #ENDLESS} is no bound. */
record Between(long least, long most, SortedSet<String> causes) implements Uncertain {

    static final long ENDLESS = Long.MAX_VALUE;

    /** The bounds of a value, if it is a whole number. */
    static Optional<Between> of(Object value) {
        return switch (value) {
            case Between between -> Optional.of(between);
            case Long number -> Optional.of(new Between(number, number, Uncertain.causes(number)));
            default -> Optional.empty();
        };
    }

    /** The value, known if the bounds are one. */
    Object value() {
        return least == most ? (Object) least : this;
    }

    /** The sum; empty when it may be too large a number. */
    Optional<Object> plus(Between other) {
        try {
            var endless = most == ENDLESS || other.most == ENDLESS;
            var causes = Uncertain.causes(List.of(this, other));
            return Optional.of(new Between(
                            Math.addExact(least, other.least),
                            endless ? ENDLESS : Math.addExact(most, other.most),
                            causes)
                    .value());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether this number is less than the other; empty when that is not certain. */
    Optional<Boolean> isLessThan(Between other) {
        if (most < other.least) {
            return Optional.of(true);
        }
        return least >= other.most ? Optional.of(false) : Optional.empty();
    }

    /** Only ever false: numbers that might be equal might also not be. */
    Optional<Boolean> equalTo(Between other) {
        return most < other.least || other.most < least ? Optional.of(false) : Optional.empty();
    }
}
