/** A second factor that was just made; what its owner is shown once, and what is kept. */
export interface MadeFactor {
  /** otpauth:// as authenticator apps read it (Key URI format). */
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
  readonly sealed: SealedFactor;
}

/** As it is stored, encrypted. */
export interface SealedFactor {
  readonly secret: string;
  readonly backupCodes: string;
}

/** Makes and reads what second factors are made of. */
export interface FactorKeys {
  make(issuer: string, email: string): Promise<MadeFactor>;
  makeCodes(): Promise<Pick<MadeFactor, 'recoveryCodes'> & Pick<SealedFactor, 'backupCodes'>>;
  /** Whether a code of six digits is the one of now, or of half a minute before or after (RFC 6238). */
  matches(secret: string, code: string): Promise<boolean>;
  /** With the current secret of the installation; null when it is so already. @throws when no secret opens it */
  reseal(sealed: SealedFactor): Promise<SealedFactor | null>;
}
