// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"
#include "ui/theme/roles.h"

#include <QString>

namespace thimblely::ui {

//! Where a message stands, in a word or two: "to be sent", "went".
QString stateWord(conversations::MessageState state);
//! The shape and colour that go with it.
Status statusOf(conversations::MessageState state);
//! The name of a language in that language, "français"; the letters where none is known.
QString languageName(const QString &language);
//! A text in one line, as a list has room for it.
QString inOneLine(const QString &text);

} // namespace thimblely::ui
