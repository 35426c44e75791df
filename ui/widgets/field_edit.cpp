// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/field_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

FieldEdit::FieldEdit(const QString &label, QWidget *parent) : FieldEdit(label, new QLineEdit, parent) {}

FieldEdit::FieldEdit(const QString &label, QLineEdit *input, QWidget *parent)
    : QWidget(parent), m_label(new Label(TextStyle::CaptionStrong, Role::Muted, label, this)),
      m_hint(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_error(new Label(TextStyle::Caption, Role::Late, {}, this)), m_edit(input)
{
    m_edit->setParent(this);
    m_edit->setAccessibleName(label);
    m_label->setBuddy(m_edit);
    setFocusProxy(m_edit);
    m_hint->setVisible(false);
    m_hint->setWordWrap(true); // a long one does not hold its form wider than there is room
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignBottom);
    m_error->setVisible(false);
    m_error->setWordWrap(true);

    auto *head = row(nullptr, 8);
    head->addWidget(m_label);
    head->addWidget(m_hint, 1);
    auto *all = column(this, 0);
    all->addLayout(head);
    all->addSpacing(8);
    all->addWidget(m_edit);
    all->addWidget(m_error);
    m_error->setContentsMargins(0, 4, 0, 0);

    const auto restyle = [this] {
        if (!m_edit->inherits("thimblely::ui::MoneyEdit"))
            m_edit->setFont(Theme::instance().font(TextStyle::Input));
    };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        clearError();
        Q_EMIT edited(text);
    });
}

void FieldEdit::setLabel(const QString &label)
{
    m_label->setText(label);
    m_edit->setAccessibleName(label);
}

void FieldEdit::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FieldEdit::setError(const QString &sentence)
{
    m_errorText = sentence;
    m_error->setText(sentence.isEmpty() ? QString() : QStringLiteral("▲ ") + sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
    setInputError(m_edit, !sentence.isEmpty());
}

bool FieldEdit::hasError() const
{
    return !m_errorText.isEmpty();
}

} // namespace thimblely::ui
