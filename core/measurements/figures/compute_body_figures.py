#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 Thimblely
"""Means and covariances of the logarithms of 16 body measures, for women and for men, out of the ANSUR II survey.

    compute_body_figures.py FOLDER                  the C++ table, as body_figures_data.cpp holds it
    compute_body_figures.py FOLDER --plain          numbers, for the test: of all, then without every tenth person from
                                                    the first on, from the second on and so on, to set a limit by
    compute_body_figures.py FOLDER --plain --half 0 the same of every second person

FOLDER holds the survey's CSV files. Only figures leave it: no row of a person goes into the program.
"""
import argparse
import csv
import glob
import math
import os
import sys

# Column of the survey and our code, in the order of the tables.
FIELDS = [
    ("stature", "height"),
    ("neckcircumferencebase", "neck_circ"),
    ("neckcircumference", "neck_mid_circ"),
    ("chestcircumference", "bust_circ"),
    ("waistcircumference", "waist_circ"),
    ("buttockcircumference", "hip_circ"),
    ("bicepscircumferenceflexed", "arm_upper_circ"),
    ("forearmcircumferenceflexed", "arm_lower_circ"),
    ("wristcircumference", "arm_wrist_circ"),
    ("thighcircumference", "leg_thigh_upper_circ"),
    ("calfcircumference", "leg_calf_circ"),
    ("anklecircumference", "leg_ankle_circ"),
    ("crotchheight", "leg_crotch_to_floor"),
    ("waistheightomphalion", "leg_waist_side_to_floor"),
    ("sleeveoutseam", "arm_shoulder_tip_to_wrist"),
    ("waistbacklength", "neck_back_to_waist_b"),
]

HEAD = """// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Made by core/measurements/figures/compute_body_figures.py; change that, not this.
//
// Source: ANSUR II, the 2012 anthropometric survey of U.S. Army personnel, here {people}.
// Licence: work of the United States Government, "reviewed and cleared for unlimited public release" (memorandum of the
// Natick Soldier Center, 14 April 2017). Only these means and covariances are taken over, no row of a person.
#include "core/measurements/body_figures.h"

namespace thimblely {{

namespace {{

constexpr QLatin1StringView operator""_L1(const char *text, size_t size)
{{
    return QLatin1StringView(text, qsizetype(size));
}}

// clang-format off
constexpr std::array<QLatin1StringView, bodyFieldCount> codes{{
{codes}
}};

// Of natural logarithms of millimetres. Rows and columns in the order of the codes.
"""

TAIL = """// clang-format on

}} // namespace

std::span<const QLatin1StringView, bodyFieldCount> bodyFieldCodes()
{{
    return codes;
}}

const BodyFigures &womensFigures()
{{
    return women;
}}

const BodyFigures &mensFigures()
{{
    return men;
}}

}} // namespace thimblely
"""


def read_people(folder, sex):
    """Rows of logarithms. The files hold one byte that is no UTF-8; a row with a measure of 0 is left out."""
    paths = sorted(p for p in glob.glob(os.path.join(folder, "ANSUR_II_*.csv"))
                   if os.path.basename(p).upper().startswith(f"ANSUR_II_{sex.upper()}"))
    if not paths:
        sys.exit(f"no ANSUR_II_{sex.upper()}*.csv in {folder}")
    people = []
    for path in paths:
        with open(path, encoding="latin-1", newline="") as file:
            for row in csv.DictReader(file):
                by_column = {name.lower(): cell for name, cell in row.items() if name}
                millimetres = [int(by_column[column]) for column, _ in FIELDS]
                if all(value > 0 for value in millimetres):
                    people.append([math.log(value) for value in millimetres])
    return people


def figures(people):
    count = len(people)
    size = len(FIELDS)
    means = [math.fsum(row[i] for row in people) / count for i in range(size)]
    off = [[row[i] - means[i] for i in range(size)] for row in people]
    covariances = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            value = math.fsum(row[i] * row[j] for row in off) / (count - 1)
            covariances[i][j] = covariances[j][i] = value
    return means, covariances


def number(value):
    return f"{value:.9e}"


def table(name, means, covariances):
    lines = [f"constexpr BodyFigures {name}{{", "    {" + ", ".join(map(number, means)) + "},", "    {{"]
    lines += ["        {" + ", ".join(map(number, row)) + "}," for row in covariances]
    return "\n".join(lines + ["    }}", "};", ""])


def print_numbers(people_by_sex):
    for fold in (None, *range(10)):
        for people in people_by_sex.values():
            means, covariances = figures([person for place, person in enumerate(people) if place % 10 != fold])
            for row in (means, *covariances):
                print(*map(number, row))


def print_table(people_by_sex):
    codes = "\n".join(f'    "{code}"_L1, // {column}' for column, code in FIELDS)
    people = f"{len(people_by_sex['women'])} women and {len(people_by_sex['men'])} men"
    tables = [table(name, *figures(people)) for name, people in people_by_sex.items()]
    sys.stdout.write(HEAD.format(people=people, codes=codes) + "\n".join(tables) + TAIL.format())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every second person, from this one on")
    parser.add_argument("--plain", action="store_true", help="a line of means, then the covariances, for each sex")
    arguments = parser.parse_args()
    people_by_sex = {"women": read_people(arguments.folder, "female"), "men": read_people(arguments.folder, "male")}
    if arguments.half is not None:
        people_by_sex = {name: people[arguments.half::2] for name, people in people_by_sex.items()}
    if arguments.plain:
        print_numbers(people_by_sex)
    else:
        print_table(people_by_sex)


if __name__ == "__main__":
    main()
