/** What is to be done about a failing resource, in steps that people can copy. */
@NamedInterface("remediation")
@NullMarked
package io.shisei.control.remediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
