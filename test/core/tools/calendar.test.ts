import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addMonths,
  businessDaysBetween,
  dayOf,
  formatDay,
  isBusinessDay,
  parseDay,
} from "../../../workers/core/tools/calendar.ts";

describe("the calendar of the simulators", () => {
  it("reads real dates only", () => {
    expect(formatDay(parseDay("2026-02-28")!)).toBe("2026-02-28");
    for (const text of ["2026-02-29", "2026-13-01", "15/01/2026", "", "2026-1-5"]) expect(parseDay(text)).toBeNull();
  });

  it("skips week-ends and the rest days of Mexico's labour law", () => {
    // 2026-02-02 is the first Monday of February, 2026-03-16 the third of March, 2026-09-16 a Wednesday.
    for (const date of [
      "2026-01-01",
      "2026-02-02",
      "2026-03-16",
      "2026-05-01",
      "2026-09-16",
      "2026-11-16",
      "2026-12-25",
      "2026-01-17",
    ]) {
      expect(isBusinessDay(dayOf(date)), date).toBe(false);
    }
    for (const date of ["2026-02-09", "2026-03-09", "2026-01-15"]) expect(isBusinessDay(dayOf(date)), date).toBe(true);
  });

  it("counts business days forwards and back, as an inverse of adding them", () => {
    expect(formatDay(addBusinessDays(dayOf("2026-01-15"), 10))).toBe("2026-01-29");
    expect(formatDay(addBusinessDays(dayOf("2026-01-30"), 1))).toBe("2026-02-03");
    expect(formatDay(addBusinessDays(dayOf("2026-01-19"), -1))).toBe("2026-01-16");
    for (let count = 1; count < 40; count++) {
      const from = dayOf("2026-01-15");
      expect(businessDaysBetween(from, addBusinessDays(from, count))).toBe(count);
    }
  });

  it("keeps the end of the month when months are added", () => {
    expect(formatDay(addMonths(dayOf("2026-01-31"), 1))).toBe("2026-02-28");
    expect(formatDay(addMonths(dayOf("2026-01-15"), 13))).toBe("2027-02-15");
  });
});
