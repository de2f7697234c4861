/** The catalogue of controls: what each demands of a resource, and the judging of resources by it. */
@NullMarked
package io.shisei.control;

import org.jspecify.annotations.NullMarked;
