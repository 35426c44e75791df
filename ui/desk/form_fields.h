// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QJsonValue>

class QWidget;

namespace thimblely::ui {

// The fields of any form as values that a draft can keep (FormDraft), whatever widgets they are. GUI thread.

//! Which kind of field it is, as a letter; 0: none that is kept, such as what is hidden while it is typed.
char kindOfField(const QWidget *widget);
//! Typed, rather than chosen.
bool isTextField(const QWidget *widget);
QJsonValue valueOfField(const QWidget *widget);
//! As a person would, so that the form answers as it answers a person.
void putIntoField(QWidget *widget, const QJsonValue &value);

} // namespace thimblely::ui
