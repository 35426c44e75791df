// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ansur.h"
#include "core/exchange/csv.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;

//! Any bytes are read to the end, every row can be written and read again, and the survey reader never gives a zero.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = inputOf(data, size);
    if (auto reader = CsvReader::open(bytes)) {
        qint64 line = 0;
        for (;;) {
            const auto row = reader->next();
            if (!row)
                continue;
            if (!row.value())
                break;
            promise((*row)->line > line && !(*row)->cells.isEmpty());
            line = (*row)->line;
            auto again = CsvReader::open(csvRow((*row)->cells), {.delimiter = ',', .encoding = "UTF-8", .comment = 0});
            promise(again.ok());
            const auto same = again->next();
            promise(same.ok() && same.value() && (*same)->cells == (*row)->cells);
        }
    }
    if (const auto survey = readAnsur(bytes)) {
        for (const SurveyedPerson &person : survey->people) {
            for (const ImportedValue &value : person.values)
                promise(value.amount > 0);
        }
    }
    return 0;
}
