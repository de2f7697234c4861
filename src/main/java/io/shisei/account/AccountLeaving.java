package io.shisei.account;

/** Told in the transaction that removes an account with all that was found in it, before it does. */
public record AccountLeaving(String accountId) {}
