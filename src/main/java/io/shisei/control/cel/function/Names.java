package io.shisei.control.cel.function;

import io.shisei.control.cel.Expression;
import io.shisei.control.cel.value.StructView;
import java.util.Map;

/**
 * What the expressions of a condition can name that is the same for every resource.
 *
 * @param definitions expressions by their name
 */
public record Names(Map<String, Expression> definitions, StructView tables) {}
