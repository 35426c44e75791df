// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/problem_page.h"

#include "core/messages/error_sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QDir>
#include <QPainter>

namespace thimblely::ui {

ProblemPage::ProblemPage(const Error &error, const QString &path, QWidget *parent) : QWidget(parent)
{
    auto *rows = column(nullptr, 16);
    setLayout(rows);
    auto *box = new QWidget(this);
    box->setFixedWidth(Theme::instance().px(560));
    auto *words = column(nullptr, 12);
    words->setContentsMargins(0, 0, 0, 0);
    box->setLayout(words);
    words->addWidget(new Label(TextStyle::Heading, Role::Text, tr("The shop’s file cannot be opened"), box));
    auto *sentence = new Label(TextStyle::Input, Role::Text, messages::sentenceFor(error), box);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    auto *where = new Label(TextStyle::Body, Role::Muted, QDir::toNativeSeparators(path), box);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(where);
    auto *buttons = row(nullptr, 12);
    auto *retry = new PrimaryButton(tr("Try again"), box);
    auto *other = new PlainButton(tr("Open another file…"), box);
    buttons->addWidget(retry);
    buttons->addWidget(other);
    buttons->addStretch(1);
    words->addLayout(buttons);
    rows->addStretch(2);
    auto *middle = row(nullptr, 0); // not aligned in the column: that asks for the height its whole width would need
    middle->addStretch(1);
    middle->addWidget(box);
    middle->addStretch(1);
    rows->addLayout(middle);
    rows->addStretch(3);
    connect(retry, &QAbstractButton::clicked, this, &ProblemPage::retryRequested);
    connect(other, &QAbstractButton::clicked, this, &ProblemPage::otherFileRequested);
    connect(&Theme::instance(), &Theme::changed, box, [box] { box->setFixedWidth(Theme::instance().px(560)); });
    setFocusProxy(retry);
}

void ProblemPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
