/** CEL over values of which some are not known: what an expression still comes to, and what it hangs on. */
@NullMarked
package io.shisei.control.cel.partial;

import org.jspecify.annotations.NullMarked;
