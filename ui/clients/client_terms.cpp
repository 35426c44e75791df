// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_terms.h"

#include "ui/clients/client_picker.h"
#include "ui/clients/labelled.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QComboBox>

namespace thimblely::ui {

ClientTerms::ClientTerms(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_payer(new ClientPicker(tr("Paid for by"), desk, this)),
      m_relation(new FieldEdit(tr("Relation to who pays"), this)), m_channel(new QComboBox(this)),
      m_credit(new QCheckBox(tr("May pay later"), this)),
      m_limit(new FieldEdit(tr("Up to"), new MoneyEdit(desk.profile().currency, this), this)),
      m_taxId(new FieldEdit(tr("Tax number"), this))
{
    m_payer->setHint(tr("empty: themselves"));
    m_relation->edit()->setPlaceholderText(tr("son, wife, groomsman"));
    m_channel->addItems({tr("Not said"), tr("Call"), tr("WhatsApp"), tr("Text message"), tr("E-mail")});
    m_channel->setFixedHeight(metric::Input);
    m_limit->setHint(tr("empty: no limit"));
    m_limit->edit()->setLocale(desk.locale());
    auto *all = column(this, 16);
    all->addWidget(m_payer);
    all->addWidget(m_relation);
    all->addWidget(labelled(tr("Wants to be told by"), m_channel, this));
    auto *boxes = column(nullptr, 0);
    m_optOut = makeConsent(tr("Wants no messages at all"));
    m_marketing = makeConsent(tr("May be sent offers"));
    m_photo = makeConsent(tr("Photos of their pieces may be shown"));
    for (QCheckBox *box : {m_optOut.box, m_marketing.box, m_photo.box, m_credit})
        boxes->addWidget(box);
    all->addLayout(boxes);
    all->addWidget(m_limit);
    all->addWidget(m_taxId);
    for (Consent *consent : {&m_optOut, &m_marketing, &m_photo})
        connect(consent->box, &QCheckBox::clicked, this, [this, consent] { toggled(*consent); });
    connect(m_credit, &QCheckBox::clicked, this, [this] {
        showDependent();
        Q_EMIT edited();
    });
    connect(m_payer, &ClientPicker::picked, this, [this] {
        showDependent();
        Q_EMIT edited();
    });
    for (FieldEdit *field : {static_cast<FieldEdit *>(m_payer), m_relation, m_limit, m_taxId})
        connect(field, &FieldEdit::edited, this, &ClientTerms::edited);
    connect(m_channel, &QComboBox::activated, this, &ClientTerms::edited);
    const auto restyle = [this] {
        m_channel->setFont(Theme::instance().font(TextStyle::Body));
        for (QCheckBox *box : {m_optOut.box, m_marketing.box, m_photo.box, m_credit}) {
            box->setFont(Theme::instance().font(TextStyle::Body));
            box->setMinimumHeight(metric::Touch);
        }
    };
    connect(&Theme::instance(), &Theme::changed, this, restyle);
    restyle();
}

ClientTerms::Consent ClientTerms::makeConsent(const QString &words)
{
    return {new QCheckBox(words, this), words, {}};
}

void ClientTerms::toggled(Consent &consent)
{
    // The day it is ticked is the day it was said; ticked again, it was said again.
    consent.at = consent.box->isChecked() ? std::optional(m_desk.clock().now()) : std::nullopt;
    showDay(consent);
    Q_EMIT edited();
}

void ClientTerms::showDay(Consent &consent) const
{
    consent.box->setChecked(consent.at.has_value());
    consent.box->setText(
        consent.at
            ? tr("%1, since %2").arg(consent.words, wholeDayText(m_desk.calendar().dayOf(*consent.at), m_desk.locale()))
            : consent.words);
}

void ClientTerms::showDependent()
{
    m_relation->setVisible(m_payer->client().has_value());
    m_limit->setVisible(m_credit->isChecked());
}

void ClientTerms::show(const ClientForm &form)
{
    m_payer->setClient(form.payer, form.payerName);
    m_relation->setText(form.relation);
    m_channel->setCurrentIndex(int(form.channel));
    m_taxId->setText(form.taxId);
    m_credit->setChecked(form.creditAllowed);
    m_limit->setText(form.creditLimit);
    m_optOut.at = form.messageOptOutAt;
    m_marketing.at = form.marketingConsentAt;
    m_photo.at = form.photoConsentAt;
    for (Consent *consent : {&m_optOut, &m_marketing, &m_photo})
        showDay(*consent);
    showDependent();
    clearErrors();
}

void ClientTerms::readInto(ClientForm &form) const
{
    form.payer = m_payer->client();
    form.payerName = m_payer->text();
    form.relation = m_relation->text();
    form.channel = Channel(std::max(0, m_channel->currentIndex()));
    form.taxId = m_taxId->text();
    form.creditAllowed = m_credit->isChecked();
    form.creditLimit = m_limit->text();
    form.messageOptOutAt = m_optOut.at;
    form.marketingConsentAt = m_marketing.at;
    form.photoConsentAt = m_photo.at;
}

FieldEdit *ClientTerms::fieldOf(ClientField field) const
{
    switch (field) {
    case ClientField::Payer:
        return m_payer;
    case ClientField::Relation:
        return m_relation;
    case ClientField::TaxId:
        return m_taxId;
    case ClientField::CreditLimit:
        return m_limit;
    default:
        return nullptr;
    }
}

void ClientTerms::clearErrors()
{
    for (FieldEdit *field : {static_cast<FieldEdit *>(m_payer), m_relation, m_limit, m_taxId})
        field->clearError();
}

} // namespace thimblely::ui
