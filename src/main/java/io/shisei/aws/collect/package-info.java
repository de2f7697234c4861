/** One collector per AWS service: what to list, what to read of each resource. Reads, never judges. */
@NullMarked
package io.shisei.aws.collect;

import org.jspecify.annotations.NullMarked;
