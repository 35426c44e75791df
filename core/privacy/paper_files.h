// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QStringList>

namespace thimblely::privacy {

/*!
 * The files in a folder of papers that are called after one of these numbers or names, as papers are: a kind, a hyphen,
 * the word (base/file_word.h) and perhaps a day ("claim-1042.pdf", "statement-Ada-Obi-2026-11-26.pdf"). The claim check
 * of one of several who pay is called after them and after the order ("claim-Ada-Obi-2026-11-26-1042.pdf"). Lists of
 * many people are among them whoever is named. Paths.
 */
QStringList paperFiles(const QString &folder, const QStringList &words);

} // namespace thimblely::privacy
