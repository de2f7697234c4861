/** The functions and tables that conditions may use besides CEL's own. */
@NullMarked
package io.shisei.control.cel.function;

import org.jspecify.annotations.NullMarked;
