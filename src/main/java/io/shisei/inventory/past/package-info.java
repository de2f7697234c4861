/** What resources were over time. */
@NamedInterface("past")
@NullMarked
package io.shisei.inventory.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
