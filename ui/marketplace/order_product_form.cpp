// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/order_product_form.h"

#include "core/marketplace/product_service.h"
#include "ui/clients/client_picker.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QKeyEvent>

namespace thimblely::ui {

using marketplace::ProductService;

OrderProductForm::OrderProductForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Order it"), tr("Take the order"), parent),
      m_client(new ClientPicker(tr("For which client"), desk, body())), m_choicePart(new QWidget(body())),
      m_sum(new Label(TextStyle::Heading, Role::Text, {}, body()))
{
    rows()->addWidget(m_client);
    column(m_choicePart, 12);
    rows()->addWidget(m_choicePart);
    m_count = addText(tr("How many"));
    rows()->addWidget(m_sum);
    rows()->addStretch(1);
    endWith(m_count);
    connect(m_count, &FieldEdit::edited, this, &OrderProductForm::showSum);
    connect(m_client, &FieldEdit::edited, this, &OrderProductForm::clearProblem);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &OrderProductForm::showSum);
}

void OrderProductForm::makeChoices(const marketplace::Product &product)
{
    qDeleteAll(m_choicePart->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_choices.clear();
    for (const marketplace::ProductOption &option : product.facts.options) {
        auto *name = new Label(TextStyle::CaptionStrong, Role::Muted, option.name, m_choicePart);
        auto *choice = new QComboBox(m_choicePart);
        choice->setAccessibleName(option.name);
        choice->addItems(option.choices);
        name->setBuddy(choice);
        m_choicePart->layout()->addWidget(name);
        m_choicePart->layout()->addWidget(choice);
        m_choices.append(choice);
    }
    QWidget *before = m_client->edit();
    for (QComboBox *choice : std::as_const(m_choices)) {
        QWidget::setTabOrder(before, choice);
        before = choice;
    }
    QWidget::setTabOrder(before, m_count->edit());
    m_choicePart->setVisible(!m_choices.isEmpty());
}

void OrderProductForm::begin(const marketplace::Product &product)
{
    m_product = product;
    clearProblem();
    setTitle(tr("Order: %1").arg(product.facts.facts.title));
    setWords(product.facts.madeToOrder ? tr("Made to order: each is a piece of its own, with its tag.")
                                       : tr("It is put aside now, and taken off the shelf when the order is ready."));
    makeChoices(product);
    m_client->setClient({}, {});
    m_count->setText(QStringLiteral("1"));
    m_count->clearError();
    showSum();
    beginTyping(product.id.toString(), tr("Order of %1").arg(product.facts.facts.title));
    focusFirst();
}

void OrderProductForm::focusFirst()
{
    m_client->edit()->setFocus(Qt::OtherFocusReason);
}

//! Enter on a choice that is not open is Enter for the form.
void OrderProductForm::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && qobject_cast<QComboBox *>(focusWidget()))
        return submit();
    EntryForm::keyPressEvent(event);
}

int OrderProductForm::count() const
{
    bool isNumber = false;
    const int number = desk().locale().toInt(m_count->text().trimmed(), &isNumber);
    return isNumber ? number : 0;
}

void OrderProductForm::showSum()
{
    if (!m_product)
        return;
    const auto sum = m_product->facts.facts.price.timesMilli(qint64(std::max(0, count())) * 1000);
    m_sum->setText(sum && count() > 0 ? desk().amount(*sum) : QString());
}

void OrderProductForm::submit()
{
    if (isBusy() || !m_product)
        return;
    clearProblem();
    if (m_client->isUnclear()) {
        m_client->setError(tr("Choose one of the clients, or leave this empty for a sale to nobody in particular."));
        return;
    }
    if (count() < 1) {
        m_count->setError(tr("At least one."));
        return;
    }
    marketplace::ProductOrder order{m_product->id, m_client->client()};
    for (const QComboBox *choice : std::as_const(m_choices))
        order.choices.append(choice->currentText());
    order.count = count();
    write([this, order] { return ProductService(desk().session(), desk().door()).order(order); },
          [this](const orders::Booked &booked) {
              finish();
              Q_EMIT ordered(booked.id);
          });
}

} // namespace thimblely::ui
