// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/labelled.h"

#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QVBoxLayout>

namespace thimblely::ui {

QWidget *labelled(const QString &label, QWidget *control, QWidget *parent)
{
    auto *field = new QWidget(parent);
    auto *lines = column(field, 8);
    auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, label, field);
    words->setBuddy(control);
    lines->addWidget(words);
    lines->addWidget(control);
    lines->addStretch(1);
    control->setAccessibleName(label);
    return field;
}

} // namespace thimblely::ui
