/** What can be said against a condition beyond its types: words that AWS does not know, clauses that decide nothing. */
@NullMarked
package io.shisei.control.cel.check;

import org.jspecify.annotations.NullMarked;
