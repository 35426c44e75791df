// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/text_area.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/plain_text.h"

#include <QSignalBlocker>

namespace thimblely::ui {

TextArea::TextArea(const QString &label, int lines, QWidget *parent)
    : QWidget(parent), m_hint(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_error(new Label(TextStyle::Caption, Role::Late, {}, this)), m_edit(new PlainText(this)), m_lines(lines)
{
    m_edit->setAccessibleName(label);
    m_edit->setTabChangesFocus(true);
    setFocusProxy(m_edit);
    auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, label, this);
    words->setBuddy(m_edit);
    m_error->setWordWrap(true);
    m_error->setContentsMargins(0, 4, 0, 0);
    m_error->hide();
    m_hint->hide();
    auto *head = row(nullptr, 8);
    head->addWidget(words);
    head->addStretch(1);
    head->addWidget(m_hint);
    auto *all = column(this, 0);
    all->addLayout(head);
    all->addSpacing(8);
    all->addWidget(m_edit);
    all->addWidget(m_error);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        setError({});
        Q_EMIT edited();
    });
    connect(&Theme::instance(), &Theme::changed, this, &TextArea::restyle);
    restyle();
}

void TextArea::setText(const QString &text)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text);
    setError({});
}

void TextArea::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void TextArea::setError(const QString &sentence)
{
    m_error->setText(sentence.isEmpty() ? QString() : QStringLiteral("\u25b2 ") + sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    setInputError(m_edit, !sentence.isEmpty());
}

void TextArea::restyle()
{
    m_edit->setFont(Theme::instance().font(TextStyle::Input));
    m_edit->setFixedHeight(m_lines * m_edit->fontMetrics().lineSpacing() + 20);
}

} // namespace thimblely::ui
