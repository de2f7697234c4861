/** Having Security Hub itself asked for what it found. */
@NamedInterface("fetch")
@NullMarked
package io.shisei.comparison.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
