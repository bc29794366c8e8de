/** Endings of host names that occur; anything else behind a dot is more likely a word or a file. */
export const TLDS = new Set(
  "com org net edu gov mil int info biz io ai app dev co mx es ar cl pe br fr pt uk us ca de it nl ch be at se no dk fi pl cz gr ie jp cn in au nz ru ua tr za eu cat gal eus online site shop store tech cloud me tv fm im to so sh page link ly gg blog xyz example test invalid".split(
    " ",
  ),
);
