package io.shisei.account;

/** Who AWS says we are: account id (12 digits) and partition ({@code aws}, {@code aws-cn}, {@code aws-us-gov}). */
public record Identity(String accountId, String partition) {}
