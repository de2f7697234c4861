/** How many findings there are of each control. */
@NamedInterface("sum")
@NullMarked
package io.shisei.finding.sum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
