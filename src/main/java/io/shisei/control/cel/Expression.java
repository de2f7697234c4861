package io.shisei.control.cel;

import dev.cel.runtime.Program;
import io.shisei.control.cel.partial.PartialProgram;

/**
 * A compiled clause, in two forms.
 *
 * @param whole fast; fails where something that it needs could not be read
 * @param partial comes to what can be said in spite of that
 */
public record Expression(Program whole, PartialProgram partial) {}
