/** What people say of findings: how far they are, who is to mend them, and what there is to note. */
@NamedInterface("workflow")
@NullMarked
package io.shisei.finding.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
