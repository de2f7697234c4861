/** AWS within the tests' own process. */
@NullMarked
package io.shisei.stub;

import org.jspecify.annotations.NullMarked;
