package io.shisei.control.cel;

import java.util.Map;

/**
 * What the expressions of a condition can name that is the same for every resource.
 *
 * @param definitions expressions by their name
 */
record Names(Map<String, Expression> definitions, StructView tables) {}
