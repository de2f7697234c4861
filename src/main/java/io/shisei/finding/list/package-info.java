/** Pages of findings in the order that somebody wants, and how many there are of each kind. */
@NamedInterface("list")
@NullMarked
package io.shisei.finding.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
