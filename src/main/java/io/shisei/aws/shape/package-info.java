/** Documents made of what the SDK answers, and their types, told by the SDK's own classes. */
@NullMarked
package io.shisei.aws.shape;

import org.jspecify.annotations.NullMarked;
