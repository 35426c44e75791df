// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>
#include <QStringList>

namespace thimblely::search {

/*!
 * Text as it is compared: compatibility forms and marks taken off (NFKD), case folded, Arabic letter forms unified
 * (alef, teh marbuta, alef maksura, Persian kaf and yeh; tatweel and vowel signs off), digits of every script as 0–9,
 * letters that have no decomposition by their neighbour ("ł" as l, "ø" as o), everything else as single spaces. Pure.
 */
QString fold(QStringView text);

//! The words of fold(text), in order.
QStringList foldedWords(QStringView text);

//! The same, each once, in one line.
QString foldedOnce(QStringView text);
//! Folded texts as one, each once; the empty ones left out. Two spaces part them, as below.
QString joinedTexts(QStringList folded);

//! The words of each text once, and two spaces between texts: what was said together is told from what only lies
//! together.
QString foldedTexts(const QStringList &texts);

} // namespace thimblely::search
