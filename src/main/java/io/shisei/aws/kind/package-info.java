/** How kinds of resources are declared, and the engine that reads them. Reads, never judges. */
@NullMarked
package io.shisei.aws.kind;

import org.jspecify.annotations.NullMarked;
