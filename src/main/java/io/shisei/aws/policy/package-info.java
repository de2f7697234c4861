/** The IAM documents that let Shisei in, made of the calls that are declared. */
@NullMarked
package io.shisei.aws.policy;

import org.jspecify.annotations.NullMarked;
