// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/preview_page.h"

#include "core/orders/attempt_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QPainter>
#include <QPromise>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

namespace {

constexpr int dotsPerMillimetre = 4; // an A4 page is 840 wide: read on the screen without a glass

QFuture<std::vector<QImage>> draw(Paper paper)
{
    auto promise = std::make_shared<QPromise<std::vector<QImage>>>();
    promise->start();
    QFuture<std::vector<QImage>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, paper = std::move(paper)] {
        promise->addResult(picturesOf(paper, dotsPerMillimetre));
        promise->finish();
    });
    return future;
}

//! A page lies on the desk with a line around it.
class PageView : public QWidget {
public:
    PageView(const QImage &page, const QString &name, QWidget *parent)
        : QWidget(parent), m_page(QPixmap::fromImage(page))
    {
        m_page.setDevicePixelRatio(1);
        setFixedSize(m_page.size() + QSize(2, 2));
        setAccessibleName(name);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::instance().color(Role::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        painter.drawPixmap(1, 1, m_page);
    }

private:
    QPixmap m_page;
};

} // namespace

PreviewPage::PreviewPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk)
{
    build();
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        if (m_order)
            read();
    });
}

void PreviewPage::build()
{
    auto *head = new Pane(Role::Surface, Pane::Edge::Bottom, this);
    auto *line = row(head, 12, QMargins(16, 8, 16, 8));
    m_heading = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_heading->setElided(true);
    m_size = new Segmented(tr("Size of the sheet"), head);
    m_size->addSegment(tr("A4"));
    m_size->addSegment(tr("A5"));
    auto *back = new PlainButton(tr("Back"), head);
    back->setCaption(tr("Esc"));
    m_print = new PrimaryButton(tr("Print"), head);
    m_print->setIconName("i-print");
    m_print->setCaption(QStringLiteral("F8"));
    line->addWidget(m_heading, 1);
    line->addWidget(m_size);
    line->addWidget(back);
    line->addWidget(m_print);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setAccessibleName(tr("The pages"));
    auto *body = new QWidget(m_scroll);
    body->setAutoFillBackground(false);
    m_pages = column(body, 16, QMargins(16, 16, 16, 16));
    m_pages->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setWidget(body);
    auto *rows = column(this, 0);
    rows->addWidget(head);
    rows->addWidget(m_scroll, 1);
    connect(back, &QAbstractButton::clicked, &m_desk.navigation(), &Navigation::backRequested);
    connect(m_print, &QAbstractButton::clicked, this, &PreviewPage::print);
    connect(m_size, &Segmented::currentIndexChanged, this, [this](int index) {
        m_order->sheet = index == 1 ? SheetSize::A5 : SheetSize::A4;
        read();
    });
}

void PreviewPage::showPaper(const PaperOrder &order)
{
    m_order = order;
    const QSignalBlocker quiet(m_size);
    m_size->setVisible(order.kind == PaperKind::WorkOrder);
    m_size->setCurrentIndex(order.sheet == SheetSize::A5 ? 1 : 0);
    read();
}

void PreviewPage::read()
{
    auto paper = OrderPapers(m_desk).make(*m_order);
    m_print->setEnabled(paper.ok());
    if (!paper) {
        m_name = m_desk.sentence(paper.error());
        showPages({});
    } else {
        m_name = OrderPapers::nameOf(*paper);
        paper->moneyHidden = HideMoney::instance().isOn();
        whenDone(draw(std::move(*paper)), this, [this, turn = ++m_turn](const std::vector<QImage> &pages) {
            if (turn == m_turn)
                showPages(pages);
        });
    }
    m_heading->setText(m_name);
    Q_EMIT titleChanged();
}

void PreviewPage::showPages(const std::vector<QImage> &pages)
{
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < pages.size(); ++i)
        m_pages->addWidget(new PageView(pages[i], tr("Page %1 of %2").arg(i + 1).arg(pages.size()), m_scroll->widget()),
                           0, Qt::AlignHCenter);
}

QString PreviewPage::title() const
{
    return m_name.isEmpty() ? tr("Preview") : m_name;
}

void PreviewPage::arrive()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

bool PreviewPage::handle(ActionId action)
{
    if (action != ActionId::PrintAgain || !m_order || !m_print->isEnabled())
        return false;
    print();
    return true;
}

//! A notice that goes out is an attempt to have the pieces fetched, and stands with each of them.
void PreviewPage::print()
{
    OrderPapers(m_desk).print(*m_order);
    if (m_order->kind == PaperKind::Notice)
        m_desk.when(orders::AttemptService(m_desk.session(), m_desk.door())
                        .add(OrderId(m_order->about), orders::AttemptKind::Note, tr("Notice printed")),
                    this, [] {});
    Q_EMIT m_desk.navigation().backRequested();
}

void PreviewPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
