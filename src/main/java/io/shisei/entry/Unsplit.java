package io.shisei.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter whose values may have commas, as names of people, paths of units and ARNs do: it is given as often as it has
 * values. Of other parameters a single value is split at its commas.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unsplit {}
