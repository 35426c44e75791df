// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely

// [{rule, start, from, to}] in, for each when it takes place from `from` on and before `to` out; times of a wall.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const read = (text) => ICAL.Time.fromString(
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6'));
const write = (time) => time.toString().replace(/[-:]/g, '').slice(0, 15);

const expand = ({ rule, start, from, to }) => {
    const begins = read(start);
    const series = ICAL.Recur.fromString(rule).iterator(begins);
    const times = new Set(from <= start && start < to ? [start] : []);
    for (let time = series.next(); time; time = series.next()) {
        const text = write(time);
        if (text >= to)
            break;
        if (text >= from)
            times.add(text);
    }
    return [...times].sort();
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(expand)));
