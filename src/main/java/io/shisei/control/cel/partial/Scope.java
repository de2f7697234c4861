package io.shisei.control.cel.partial;

import org.jspecify.annotations.Nullable;

/** The variables of an expression, and what evaluating it may cost. */
public interface Scope {

    /** The value of a variable, which may be {@link Uncertain}; null when there is no such variable. */
    @Nullable
    Object find(String name);

    Budget budget();

    /** This scope with one more variable, which hides another of its name. */
    default Scope with(String variable, Object value) {
        return new Inner(this, variable, value);
    }

    /** A scope within another. */
    record Inner(Scope outer, String variable, Object value) implements Scope {

        @Override
        public @Nullable Object find(String name) {
            return name.equals(variable) ? value : outer.find(name);
        }

        @Override
        public Budget budget() {
            return outer.budget();
        }
    }
}
