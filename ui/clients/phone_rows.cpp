// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/phone_rows.h"

#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>

namespace thimblely::ui {

PhoneRows::PhoneRows(QWidget *parent) : QWidget(parent), m_lines(column(this, 12))
{
    setPhones({});
}

void PhoneRows::setPhones(const std::vector<Phone> &phones)
{
    // Rows that are there stay, and with them their place in the order of the Tab key.
    for (size_t i = 0; i < phones.size() || qsizetype(i) < m_rows.size(); ++i) {
        const Phone phone = i < phones.size() ? phones[i] : Phone{};
        if (qsizetype(i) == m_rows.size())
            append({});
        const Row &row = m_rows.at(qsizetype(i));
        row.number->setText(phone.number);
        row.number->clearError();
        row.use->setCurrentIndex(int(phone.use));
    }
    while (m_rows.size() > qsizetype(phones.size()) + 1) {
        QWidget *surplus = m_rows.takeLast().all;
        m_lines->removeWidget(surplus);
        surplus->hide();
        surplus->deleteLater(); // may be the one whose signal is being served
    }
    keepOneEmpty();
}

std::vector<Phone> PhoneRows::phones() const
{
    std::vector<Phone> phones;
    for (const Row &row : m_rows) {
        if (!row.number->text().trimmed().isEmpty())
            phones.push_back({row.number->text().trimmed(), PhoneUse(row.use->currentIndex())});
    }
    return phones;
}

void PhoneRows::append(const Phone &phone)
{
    auto *all = new QWidget(this);
    auto *cells = row(all, 12);
    const QString label = m_rows.isEmpty() ? tr("Phone") : tr("Another phone");
    auto *number = new FieldEdit(label, all);
    number->setText(phone.number);
    number->edit()->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    number->edit()->setLayoutDirection(Qt::LeftToRight);
    auto *use = new QComboBox(all);
    use->addItems({tr("Call"), tr("WhatsApp"), tr("Call and WhatsApp")});
    use->setCurrentIndex(int(phone.use));
    use->setAccessibleName(tr("Use of this phone"));
    use->setFixedHeight(metric::Input);
    const auto restyle = [use] { use->setFont(Theme::instance().font(TextStyle::Body)); };
    connect(&Theme::instance(), &Theme::changed, use, restyle);
    restyle();
    auto *head = new Label(TextStyle::CaptionStrong, Role::Muted, tr("Use"), all);
    head->setBuddy(use);
    auto *beside = column(nullptr, 8);
    beside->addWidget(head);
    beside->addWidget(use);
    beside->addStretch(1);
    cells->addWidget(number, 1);
    cells->addLayout(beside);
    if (!m_rows.isEmpty())
        setTabOrder(m_rows.last().use, number->edit());
    setTabOrder(number->edit(), use);
    m_rows.append({all, number, use});
    m_lines->addWidget(all);
    connect(number, &FieldEdit::edited, this, [this] {
        keepOneEmpty();
        Q_EMIT edited();
    });
    connect(use, &QComboBox::activated, this, &PhoneRows::edited);
}

void PhoneRows::keepOneEmpty()
{
    if (m_rows.isEmpty() || !m_rows.last().number->text().trimmed().isEmpty())
        append({});
}

void PhoneRows::setError(int index, const QString &sentence)
{
    int at = 0;
    for (const Row &row : m_rows) {
        if (row.number->text().trimmed().isEmpty())
            continue;
        if (at++ == std::max(0, index))
            row.number->setError(sentence);
    }
}

void PhoneRows::clearErrors()
{
    for (const Row &row : m_rows)
        row.number->clearError();
}

void PhoneRows::focusFirst()
{
    m_rows.first().number->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
