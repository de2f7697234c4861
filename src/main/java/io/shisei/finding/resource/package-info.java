/** What all controls say of one resource. */
@NamedInterface("resource")
@NullMarked
package io.shisei.finding.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
