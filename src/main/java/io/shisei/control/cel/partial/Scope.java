package io.shisei.control.cel.partial;

import org.jspecify.annotations.Nullable;

/** The variables of an expression. */
@FunctionalInterface
public interface Scope {

    /** The value of a variable, which may be {@link Uncertain}; null when there is no such variable. */
    @Nullable
    Object find(String name);

    /** This scope with one more variable, which hides another of its name. */
    default Scope with(String variable, Object value) {
        return name -> name.equals(variable) ? value : find(name);
    }
}
